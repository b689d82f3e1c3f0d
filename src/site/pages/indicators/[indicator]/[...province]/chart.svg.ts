import type { APIRoute, InferGetStaticPropsType } from 'astro';
import { chartFile } from '../../../../data/chart.ts';
import { indicatorChart, indicatorPaths } from '../../../../data/indicator-pages.ts';

export const getStaticPaths = () => indicatorPaths('chart.svg');

type Props = InferGetStaticPropsType<typeof getStaticPaths>;

export const GET: APIRoute<Props> = ({ props }) =>
  new Response(chartFile(indicatorChart(props.indicator, props.province) ?? ''));
