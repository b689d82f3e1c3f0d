/** What every page can do beyond being read, as one script. */
import '../components/display-modes/display-modes.client.ts';
import '../components/search/search-box.client.ts';
