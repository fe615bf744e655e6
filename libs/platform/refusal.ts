/** A process or command cannot go on, for a reason its user can act on: printed as it is, without a stack. */
export class Refusal extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'Refusal';
  }
}
