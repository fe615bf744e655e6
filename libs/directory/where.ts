/** The conditions of a query and the values of its placeholders, collected as filters ask for them. */
export class Where {
  readonly parameters: unknown[] = [];
  private readonly conditions: string[] = [];

  /** Takes a value and gives its placeholder. */
  bind(value: unknown): string {
    return `$${this.parameters.push(value)}`;
  }

  and(condition: string): void {
    this.conditions.push(condition);
  }

  /** `WHERE …`, or nothing when there is no condition. */
  get sql(): string {
    return this.conditions.length === 0 ? '' : `WHERE ${this.conditions.join(' AND ')}`;
  }
}
