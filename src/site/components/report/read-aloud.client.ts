import { findChineseVoice } from './chinese-voice.ts';

/** Reads the text aloud, block by block; offered where the device has a voice for Chinese. */
const bar = document.querySelector<HTMLElement>('[data-read-aloud]');
const offer = document.querySelector<HTMLElement>('[data-read-aloud-offer]');
const start = offer?.querySelector('button');
const [back, on, end] = bar?.querySelectorAll('button') ?? [];
const text = document.querySelector('[data-report-text]');

if (bar && offer && start && back && on && end && text && 'speechSynthesis' in window) {
  const blocks = [...text.querySelectorAll<HTMLElement>('p, tr, h2, h3, h4, h5, h6')].filter(
    (block) => block.closest('aside') === null,
  );
  let at = -1;
  /** Counts what was begun, so that what a cancelled block still tells is not heeded. */
  let begun = 0;

  const mark = (next: number): void => {
    blocks[at]?.removeAttribute('data-being-read');
    at = next;
    blocks[at]?.setAttribute('data-being-read', '');
    bar.hidden = at < 0;
    blocks[at]?.scrollIntoView({ block: 'center' });
  };

  const silence = (): void => {
    begun += 1;
    speechSynthesis.cancel();
  };

  const stop = (): void => {
    const last = blocks[at];
    const hadFocus = bar.contains(document.activeElement);
    silence();
    mark(-1);
    if (!hadFocus) return;
    // Keep keyboard focus where the reading ended, not at the top of the page.
    last?.setAttribute('tabindex', '-1');
    last?.focus({ preventScroll: true });
  };

  const read = (next: number): void => {
    const voice = findChineseVoice(speechSynthesis.getVoices());
    const block = blocks[next];
    if (voice === undefined || block === undefined) {
      stop();
      return;
    }
    silence();
    const mine = begun;
    const utterance = new SpeechSynthesisUtterance(spokenText(block));
    utterance.voice = voice;
    utterance.lang = voice.lang;
    utterance.onend = () => {
      if (mine === begun) read(next + 1);
    };
    utterance.onerror = () => {
      if (mine === begun) stop();
    };
    mark(next);
    speechSynthesis.speak(utterance);
  };

  /** Where the reader is: the first block whose end is in sight. */
  const inSight = (): number =>
    Math.max(
      0,
      blocks.findIndex((block) => block.getBoundingClientRect().bottom > 80),
    );

  start.addEventListener('click', () => {
    offer.closest('details')?.removeAttribute('open');
    read(inSight());
    end.focus();
  });
  back.addEventListener('click', () => read(Math.max(0, at - 1)));
  on.addEventListener('click', () => read(at + 1));
  end.addEventListener('click', stop);
  document.addEventListener('keydown', ({ key }) => {
    if (key === 'Escape' && at >= 0) stop();
  });
  addEventListener('pagehide', stop);

  const offerWhereSpoken = (): void => {
    offer.hidden = findChineseVoice(speechSynthesis.getVoices()) === undefined;
  };
  offerWhereSpoken();
  speechSynthesis.addEventListener('voiceschanged', offerWhereSpoken);
}

/** Return what a voice reads of a block: its words, without what stands beside them for the eye. */
function spokenText(block: Element): string {
  const copy = block.cloneNode(true) as Element;
  for (const beside of copy.querySelectorAll('a.mark, .correction-mark, .note-back'))
    beside.remove();
  if (copy.localName === 'tr')
    return [...copy.children].map(({ textContent }) => textContent?.trim() ?? '').join('，');
  return (copy.textContent ?? '').trim();
}
