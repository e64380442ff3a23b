/** A concern or finding that somebody has accepted for one resource. It is listed in every review, and blocks no more. */
export interface AcceptSpec {
  /** Code of the concern or finding, such as `DataLost`. */
  readonly id: string;
  /** Address of the resource: `<stack>/<logical id>` on AWS, the URN or name of the resource on Azure. */
  readonly address: string;
  /** Why it is accepted, in at least 20 characters. */
  readonly reason: string;
  /** Who answers for it, such as a team. */
  readonly owner: string;
  /** Last day on which it holds, as an ISO date. */
  readonly until: string;
  /** Keys of the environments in which it holds. @default - every environment */
  readonly environments?: readonly string[];
}
