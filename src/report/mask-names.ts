import { MASK } from './prove-complete.ts';

/** How a body's name ends; a person's does not. */
const LABEL = /^[^:：\]】]*[:：\]】]+/u;
/** Two to four characters, with any behind dots, or two set apart (王 明), on their own. */
const NAME =
  /(?<!\p{Script=Han})(?:\p{Script=Han}[\s\u3000]{1,2}\p{Script=Han}|\p{Script=Han}{2,4}(?:·\p{Script=Han}+)*)(?!\p{Script=Han}|\s*[:：])/gu;
const BODY =
  /(?:局|科|办|室|网|部|处|委|府|站|中心|院|报|社|组|队|会|司|厅|股|镇|乡|街道|县|市|区|省|团|台|所|校|系统|管理员|admin)$/;

/**
 * Mask a private person's name in page furniture: the page's poster or editor has no part in the
 * document.
 *
 * @param text label and value, verbatim
 * @returns `undefined` where it holds none
 */
export function maskNames(text: string): string | undefined {
  const label = LABEL.exec(text)?.[0] ?? '';
  const value = text.slice(label.length);
  const masked = value.replace(NAME, (name) =>
    BODY.test(name.replace(/\s/g, '')) ? name : name.replace(/[^\s·]/gu, MASK),
  );
  return masked === value ? undefined : label + masked;
}
