import type { APIRoute } from 'astro';
import { archive } from '../../data/archive.ts';
import { heldPlaces } from '../../data/held-places.ts';
import { regions } from '../../data/vocabulary.ts';

export const GET: APIRoute = () => Response.json(heldPlaces(archive.reports, regions));
