import type { APIRoute, InferGetStaticPropsType } from 'astro';
import { indicatorJson, indicatorPaths, indicatorRows } from '../../../../data/indicator-pages.ts';

export const getStaticPaths = () => indicatorPaths('data.json');

type Props = InferGetStaticPropsType<typeof getStaticPaths>;

export const GET: APIRoute<Props> = ({ props }) =>
  new Response(JSON.stringify(indicatorJson(indicatorRows(props.indicator, props.province))));
