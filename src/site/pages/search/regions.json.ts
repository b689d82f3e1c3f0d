import type { APIRoute } from 'astro';
import { heldRegions } from '../../components/region-box/held-regions.ts';
import { archive } from '../../data/built-archive.ts';
import { regions } from '../../data/vocabularies.ts';

export const GET: APIRoute = () => Response.json(heldRegions(archive.reports, regions));
