import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Region, RegionTable } from '../archive/region/region.ts';
import { directories } from './directories.ts';

export interface Theme { id: string; label: string; description?: string }
const summaries = JSON.parse(readFileSync(join(directories.compiled, 'index.json'), 'utf8'));
const map = new Map<string, Region>();
for (const s of summaries) { let parent: string | null = null; for (const p of s.region.path) { const own = p.code === s.region.code; const level: Region['level'] = own ? s.region.level : parent === null ? 'province' : 'prefecture'; if (own || !map.has(p.code)) map.set(p.code, { code: p.code, name: p.name, level, scheme: 'gbt2260', parent, pinyin: '', initials: '', aliases: [], localNames: [], until: null, successors: [], validity: 'known' }); parent = p.code; } }
const children = new Map<string, string[]>();
for (const r of map.values()) { const k = r.parent ?? ''; children.set(k, [...(children.get(k) ?? []), r.code]); }
export const regions: RegionTable = { regions: map, children, names: { byHead: new Map(), byPinyin: new Map() } };
export const themes: readonly Theme[] = [['digital-government','数字法治政府'],['emergency-response','突发事件依法应对'],['review-and-litigation','行政复议与应诉'],['openness','政务公开'],['capacity','法治能力与普法'],['dispute-resolution','矛盾纠纷化解'],['rulemaking','依法行政制度体系'],['decision-making','行政决策'],['functions','职能与放管服'],['enforcement','行政执法'],['leadership','组织领导'],['oversight','权力制约监督']].map(([id='',label='']) => ({ id, label }));
