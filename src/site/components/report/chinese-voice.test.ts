import { expect, it } from 'vitest';
import { findChineseVoice } from './chinese-voice.ts';

const voice = (lang: string, localService = true) => ({ lang, localService });

it.each([
  [[], undefined],
  [[voice('en-US')], undefined],
  [[voice('en-US'), voice('zh-TW')], 'zh-TW'],
  [[voice('zh-TW'), voice('zh-CN')], 'zh-CN'],
  [[voice('zh-CN', false), voice('zh-HK')], 'zh-HK'],
  [[voice('zh-CN', false)], 'zh-CN'],
  [[voice('zh_CN_#Hans')], 'zh_CN_#Hans'],
  [[voice('cmn-Hans-CN')], 'cmn-Hans-CN'],
])('of %j chooses %s', (voices, lang) => {
  expect(findChineseVoice(voices)?.lang).toBe(lang);
});
