import { MASK } from '../fidelity/prove-complete.ts';

/** How a body's name ends; a person's does not. */
const BODY =
  /(?:局|科|办|室|网|部|处|委|府|站|中心|院|报|社|组|队|会|司|厅|股|镇|乡|街道|县|市|区|省|团|台|所|校|系统|管理员|admin)$/;

/**
 * Masks a private person's name in page furniture: the page's poster or editor has no part in the
 * document.
 *
 * @param text label and value, verbatim
 * @param value the part of `text` that may be names
 * @returns `undefined` where it holds none
 */
export function maskNames(text: string, value: string): string | undefined {
  const at = text.lastIndexOf(value);
  if (value === '' || at < 0) return undefined;
  let isMasked = false;
  const masked = value.replace(
    /\p{Script=Han}(?:[\p{Script=Han}·]|[\s\u00a0\u3000](?=\p{Script=Han}$)){1,3}/gu,
    (name, from: number) => {
      const before = value.charAt(from - 1);
      const after = value.charAt(from + name.length);
      if (/\p{Script=Han}/u.test(before) || /\p{Script=Han}/u.test(after) || BODY.test(name))
        return name;
      isMasked = true;
      return [...name].map(() => MASK).join('');
    },
  );
  return isMasked ? text.slice(0, at) + masked + text.slice(at + value.length) : undefined;
}
