/** A state machine that executions are started on; its definition is ASL as JSON. */
export interface Machine {
  arn: string;
  name: string;
  roleArn: string;
  definition: string;
}
