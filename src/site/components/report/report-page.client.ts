/**
 * What a report's page can do beyond being read, as one script: a browser asks for every script
 * before it paints a large page, so ten small ones would keep the reader waiting.
 */
import '../citation/citation-box.client.ts';
import '../citation-pin/citation-pin.client.ts';
import '../offline/keep-offline.client.ts';
import '../match-bar/match-bar.client.ts';
import './read-aloud.client.ts';
import '../report-outline/report-outline.client.ts';
import '../report-permalink/report-permalink.client.ts';
import '../report-text/stuck-stop.client.ts';
