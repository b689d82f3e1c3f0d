import { z } from 'zod';

/** The parts that a word plays in the reading of every indicator. */
const grammarWords = z.strictObject({
  filler: z.array(z.string()).describe('says nothing of what is counted: 共, 累计, 案件'),
  part: z.array(z.string()).describe('opens the parts of a whole: 其中, 包括'),
  from: z.array(z.string()).describe('before the value that was: 由'),
  to: z.array(z.string()).describe('before the value that is: 提升至'),
  change: z.array(z.string()).describe('before a difference: 增长'),
  new: z.array(z.string()).describe('an increment or a cut of what there is: 新增'),
  compare: z.array(z.string()).describe('before another time or place: 较'),
  target: z.array(z.string()).describe('a clause of it is no fact: 至少'),
  plan: z.array(z.string()).describe('at the head of a clause it makes a target of it: 计划'),
  'other-acts': z.array(z.string()).describe('done, and counted by no indicator: 撤回'),
  'other-things': z.array(z.string()).describe('counted by no indicator: 公证'),
  wish: z.array(z.string()).describe('before a rate it makes a target of it: 推动'),
  goal: z.array(z.string()).describe('the rest of the sentence is no fact: 力争'),
  fact: z.array(z.string()).describe('what follows is a fact again: 实际'),
  'not-a-target': z.array(z.string()).describe('holds a word of the two above and is none'),
  now: z.array(z.string()).describe('ends the time named before: 目前'),
  about: z.array(z.string()),
  'at-least': z.array(z.string()),
  under: z.array(z.string()),
  preposition: z.array(z.string()).describe('a body after it is not whose figure it is: 向'),
  cause: z.array(z.string()).describe('what follows came of something else: 引发'),
  subject: z.array(z.string()).describe('somebody else, at the head of a clause: 法院'),
  light: z.array(z.string()).describe('says only that something was done: 办理, 开展'),
  outcome: z.array(z.string()).describe('counts a part of something: 取消, 维持'),
  rank: z.array(z.string()).describe('after 全市: a rank there, not its figure'),
  accused: z.array(z.string()).describe('after a body: it is whose figure it is'),
  'by-name': z.array(z.string()).describe('after a body: it is not whose figure it is'),
});
export type GrammarRole = keyof z.infer<typeof grammarWords>;
export const grammarRoles = grammarWords.keyof().options;

/** A sentence that shows what an indicator reads, and is its test. */
const exampleSchema = z.strictObject({
  text: z.string(),
  value: z.number(),
  unit: z.string().optional(),
  approx: z.enum(['about', 'at-least', 'under']).optional(),
  scope: z.string().optional(),
  period: z.string().optional(),
  subsetOf: z.string().optional(),
});

const frameSchema = z.strictObject({
  acts: z.array(z.string()).min(1).optional().describe('what is done'),
  things: z.array(z.string()).min(1).optional().describe('what is counted'),
  with: z.array(z.string()).optional().describe('one of these stands in the clause'),
  atHand: z.boolean().default(false).describe('only where the indicator’s matter is at hand'),
});

const indicatorSchema = z.strictObject({
  id: z.string().regex(/^[a-z]+(-[a-z]+)*$/, 'lower-case words joined by hyphens'),
  label: z.string(),
  unit: z.string(),
  units: z.array(z.string()).optional(),
  theme: z.string(),
  matter: z
    .string()
    .optional()
    .describe('what must be at hand for a bare verb, a key of `matters`'),
  reads: z.array(frameSchema).min(1),
  bare: z
    .union([z.boolean(), z.array(z.string())])
    .default(false)
    .describe('whether an act alone says it, or which acts do'),
  stock: z.boolean().default(false).describe('whether 新增 is no figure of it'),
  not: z.array(z.string()).default([]).describe('words that rule a clause out'),
  kindOf: z
    .array(z.string())
    .default([])
    .describe('matters whose cases may be of its kind, where no verb says what was done'),
  needs: z.array(z.string()).default([]).describe('one of these is the subject or in the clause'),
  countsBodies: z
    .boolean()
    .default(false)
    .describe('whether 个 before a body counts it: 23个部门述法'),
  scopes: z.enum(['all', 'none']).default('all'),
  examples: z.array(exampleSchema).min(1),
  never: z.array(z.string()).default([]),
});

/** `content/indicators/indicators.yaml`. */
export const indicatorsSchema = z.strictObject({
  version: z.int().positive(),
  grammar: grammarWords,
  sets: z.record(z.string(), z.array(z.string())),
  matters: z.record(z.string(), z.array(z.string())),
  indicators: z.array(indicatorSchema).min(1),
});

export type IndicatorExample = z.infer<typeof exampleSchema>;
