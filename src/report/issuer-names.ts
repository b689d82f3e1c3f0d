/** List who issued a report together (中共某市委、某市人民政府). */
export function issuerNames(issuer: string): string[] {
  return issuer.split(/[、，；\s]+/u).filter((name) => name !== '');
}
