/* screens: one is shown at a time; each is a function of the controller. */
import { startScreen } from './start.js';
import { workingScreen } from './working.js';
import { resultScreen } from './result.js';
import { listScreen } from './list.js';
import { linksScreen } from './links.js';
import { pictureScreen } from './picture.js';
import { enteredScreen } from './entered.js';
import { practiceScreen } from './practice.js';

export const screens = {
  start: startScreen,
  working: workingScreen,
  result: resultScreen,
  list: listScreen,
  links: linksScreen,
  picture: pictureScreen,
  entered: enteredScreen,
  practice: practiceScreen,
};
