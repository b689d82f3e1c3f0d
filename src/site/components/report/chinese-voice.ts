/** What choosing among a device's voices needs of one. */
interface Voice {
  readonly lang: string;
  readonly localService: boolean;
}

/**
 * Choose a voice that reads Chinese: of the mainland first, and of those one on the device, which
 * sends no text elsewhere.
 *
 * @returns `undefined` where the device has none
 */
export function findChineseVoice<V extends Voice>(voices: readonly V[]): V | undefined {
  const language = ({ lang }: V) => lang.replace('_', '-').toLowerCase();
  const chinese = voices.filter((voice) => /^(?:zh|cmn)\b/.test(language(voice)));
  const score = (voice: V) =>
    Number(voice.localService) * 2 + Number(/-(?:cn|hans)\b|^(?:zh|cmn)$/.test(language(voice)));
  return chinese.toSorted((a, b) => score(b) - score(a))[0];
}
