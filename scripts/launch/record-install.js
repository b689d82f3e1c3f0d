/**
 * npm runs this (`scripts.dependencies`) after every install that changed node_modules, so that a
 * contributor's own `npm install` is not done again.
 */
import { recordInstall } from './install-missing.js';

recordInstall();
