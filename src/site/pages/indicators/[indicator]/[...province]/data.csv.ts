import type { APIRoute, InferGetStaticPropsType } from 'astro';
import { indicatorCsv, indicatorPaths, indicatorRows } from '../../../../data/indicator-pages.ts';

export const getStaticPaths = () => indicatorPaths('data.csv');

type Props = InferGetStaticPropsType<typeof getStaticPaths>;

export const GET: APIRoute<Props> = ({ props }) =>
  new Response(indicatorCsv(indicatorRows(props.indicator, props.province)));
