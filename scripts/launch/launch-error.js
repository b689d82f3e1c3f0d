/** A reason not to go on that a person can act on: what is wrong, and what to do about it. */
export class LaunchError extends Error {
  /**
   * @param {string} message what is wrong
   * @param {string} hint what to do about it
   */
  constructor(message, hint) {
    super(message);
    this.name = 'LaunchError';
    this.hint = hint;
  }
}
