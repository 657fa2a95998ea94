import { Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { Domain, type Ground } from '../constructs/domain.ts';

export class OpenApiStack extends Stack {
  constructor(scope: Construct, id: string, ground: Ground) {
    super(scope, id);
    new Domain(this, 'openapi', ground).query('openapi').answersAnyone('GET /api/openapi.json');
  }
}
