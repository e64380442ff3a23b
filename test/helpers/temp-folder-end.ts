import { deleteTempFolder } from './temp-folder';

/** Jest calls this once after all tests. */
export default deleteTempFolder;
