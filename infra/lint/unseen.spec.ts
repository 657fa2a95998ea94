import { describe, expect, it } from 'vitest';
import { unseenOf } from './unseen.ts';
import type { StackTemplate, Template } from './variants.ts';

const queue = (name: string, more: object = {}) => ({
  Type: 'AWS::SQS::Queue',
  Properties: { QueueName: name, ...more },
});
const of = (stage: string, template: Template): StackTemplate => ({
  stage,
  variant: `${stage} on kafka`,
  stack: `bunko-${stage}-x`,
  template,
});
const seenIn = (templates: readonly StackTemplate[]) =>
  unseenOf(templates).map(({ stage, template }) => [stage, Object.keys(template.Resources ?? {}).toSorted()]);

describe('what of many templates is looked at', () => {
  it('is one of two resources that differ by the name of their stage only, in the stage with the longer name', () => {
    const templates = ['dev', 'emulator'].map((stage) => of(stage, { Resources: { a: queue(`bunko-${stage}-a`) } }));
    expect(seenIn(templates)).toEqual([['emulator', ['a']]]);
  });

  it('is both when they differ by anything else, and so does what the second refers to', () => {
    const policy = (more: object) => ({
      Type: 'AWS::SQS::QueuePolicy',
      Properties: { Queues: [{ Ref: 'a' }], ...more },
    });
    const templates = [
      of('staging', { Resources: { a: queue('a'), b: queue('b'), p: policy({}) } }),
      of('prod', { Resources: { a: queue('a'), b: queue('b'), p: policy({ PolicyDocument: {} }) } }),
    ];
    expect(seenIn(templates)).toEqual([
      ['staging', ['a', 'b', 'p']],
      ['prod', ['a', 'p']],
    ]);
  });

  it('follows references by GetAtt, Sub and, of what is new, DependsOn, and from one to the next', () => {
    const Resources = {
      fresh: { ...queue('new', { RedrivePolicy: { target: { 'Fn::GetAtt': ['a', 'Arn'] } } }), DependsOn: ['b'] },
      a: { ...queue('a'), DependsOn: ['d'] },
      // biome-ignore lint/suspicious/noTemplateCurlyInString: CloudFormation's
      b: queue('b', { Text: { 'Fn::Sub': 'arn:${c.Arn}:${AWS::Region}' } }),
      c: queue('c'),
      d: queue('d'),
    };
    const { fresh: _, ...known } = Resources;
    const [, second] = seenIn([of('staging', { Resources: known }), of('prod', { Resources })]);
    expect(second).toEqual(['prod', ['a', 'b', 'c', 'fresh']]);
  });

  it('keeps the parameters and outputs that belong to it, and those that nothing uses', () => {
    const template = (more: object) => ({
      Parameters: { Used: { Type: 'String' }, Gone: { Type: 'String' }, Unused: { Type: 'String' } },
      Resources: { a: queue('a', { Tags: { Ref: 'Gone' } }), b: queue('b', { Tags: { Ref: 'Used' }, ...more }) },
      Outputs: { OfA: { Value: { Ref: 'a' } }, OfB: { Value: { Ref: 'b' } } },
    });
    const [, second] = unseenOf([of('staging', template({})), of('prod', template({ DelaySeconds: 1 }))]);
    expect(Object.keys(second?.template.Parameters ?? {})).toEqual(['Used', 'Unused']);
    expect(Object.keys(second?.template.Outputs ?? {})).toEqual(['OfB']);
  });

  it('is nothing of a template that brings nothing new', () => {
    expect(seenIn([of('prod', { Resources: { a: queue('a') } }), of('dev', { Resources: { a: queue('a') } })])).toEqual(
      [['prod', ['a']]],
    );
  });
});
