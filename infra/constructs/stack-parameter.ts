import { CfnParameter, type CfnParameterProps, Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';

/** The value of a parameter of the template that `scope` is in; whoever asks first declares it, the others get the same. */
export const stackParameter = (scope: Construct, id: string, props: CfnParameterProps): string => {
  const stack = Stack.of(scope);
  const known = stack.node.tryFindChild(id);
  return (known instanceof CfnParameter ? known : new CfnParameter(stack, id, props)).valueAsString;
};
