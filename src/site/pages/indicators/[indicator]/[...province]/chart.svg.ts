import type { APIRoute, InferGetStaticPropsType } from 'astro';
import { chartFile } from '../../../../data/chart.ts';
import { indicatorPage, indicatorPaths } from '../../../../data/indicator-pages.ts';

export const getStaticPaths = () => indicatorPaths('chart.svg');

type Props = InferGetStaticPropsType<typeof getStaticPaths>;

export const GET: APIRoute<Props> = ({ props }) =>
  new Response(chartFile(indicatorPage(props.indicator, props.province).chart ?? ''));
