import { expect, it } from 'vitest';
import { csvLine } from './csv-line.ts';

it.each([
  [
    'quotes what would end a cell',
    ['一、二', 'a,b', '「"」', '行\n二'],
    '一、二,"a,b","「""」","行\n二"\r\n',
  ],
  [
    'takes no text for a formula',
    ['=1+1', '+86', '-5', '@a', '\t=1'],
    "'=1+1,'+86,'-5,'@a,'\t=1\r\n",
  ],
  ['guards before it quotes', ['\r=1', '=a,b'], '"\'\r=1","\'=a,b"\r\n'],
  ['writes numbers as they are', [-5, 0.25, 0], '-5,0.25,0\r\n'],
])('%s', (_, cells, line) => {
  expect(csvLine(cells)).toBe(line);
});
