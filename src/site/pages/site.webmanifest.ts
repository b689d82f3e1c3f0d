import type { APIRoute } from 'astro';
import { pageAddress } from '../../report/addresses.ts';
import { href } from '../data/links.ts';

/** What a device needs to put the archive among its own applications. */
export const GET: APIRoute = () =>
  Response.json({
    name: '法治政府建设报告库',
    short_name: '法治报告库',
    lang: 'zh-CN',
    start_url: href(pageAddress('home')),
    scope: href(pageAddress('home')),
    display: 'minimal-ui',
    background_color: '#fbf9f4',
    theme_color: '#fbf9f4',
    icons: [
      { src: href('/icon.svg'), type: 'image/svg+xml', sizes: 'any' },
      ...[192, 512].map((size) => ({
        src: href(`/icon-${size}.png`),
        type: 'image/png',
        sizes: `${size}x${size}`,
      })),
    ],
  });
