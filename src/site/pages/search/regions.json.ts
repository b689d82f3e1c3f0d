import type { APIRoute } from 'astro';
import { heldPlaces } from '../../components/region-box/held-regions.ts';
import { archive } from '../../data/archive.ts';
import { regions } from '../../data/vocabulary.ts';

export const GET: APIRoute = () => Response.json(heldPlaces(archive.reports, regions));
