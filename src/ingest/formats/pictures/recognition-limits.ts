/** What a picture may take to be recognised, in seconds; a page takes three to ten. */
export const SECONDS_A_PICTURE = 60;
/** More pictures of a file are not read at once. */
export const MOST_RECOGNISED = 60;
