/** The archive, as machines are told its name. */
export const SITE_NAME = '法治政府建设报告库';

/** The licence of what the archive itself says of a report. */
export const METADATA_LICENCE = 'https://creativecommons.org/publicdomain/zero/1.0/';
