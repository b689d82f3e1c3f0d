import process from 'node:process';

const { CONTACT_URL = '' } = process.env;

/** Where readers report errors; `null` where the publisher names no such place. */
export const contact: string | null = CONTACT_URL === '' ? null : CONTACT_URL;
