import type { APIRoute, InferGetStaticPropsType } from 'astro';
import { chartFile } from '../../../../data/chart.ts';
import { indicatorPage, indicatorPaths } from '../../../../data/indicator-pages.ts';

/** Only an indicator with a drawing has it as a file. */
export function getStaticPaths() {
  return indicatorPaths().flatMap(({ params, props }) => {
    const { chart } = indicatorPage(props.indicator, props.province);
    return chart === null ? [] : [{ params, props: { chart } }];
  });
}

type Props = InferGetStaticPropsType<typeof getStaticPaths>;

export const GET: APIRoute<Props> = ({ props }) => new Response(chartFile(props.chart));
