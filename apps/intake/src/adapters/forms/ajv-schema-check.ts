import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import type { SchemaCheck, SchemaFault } from '../../domain/forms/answers.js';
import type { Form } from '../../domain/forms/form.js';
import { FORMATS } from '../../domain/forms/formats.js';

const MOST_COMPILED = 200;
const MOST_FAULTS = 100;

/** Keywords of our own, which say something to pages and to the domain and nothing to the check. */
const OWN_KEYWORDS = ['x-title-en', 'x-labels', 'x-when', 'x-personal'];

/**
 * Checks answers with ajv in strict mode. Compiling writes code, so compiled forms are kept, and the least used ones given up:
 * forms are data and there is no end of them.
 */
export class AjvSchemaCheck {
  private readonly compiled = new Map<string, ValidateFunction>();
  private readonly ajv = new Ajv2020({
    strict: true,
    allErrors: true,
    multipleOfPrecision: 6,
    addUsedSchema: false,
    formats: Object.fromEntries(
      Object.entries(FORMATS).map(([name, { isValid }]) => [name, isValid]),
    ),
    keywords: OWN_KEYWORDS,
  });

  readonly check: SchemaCheck = (form, answers) => {
    const validate = this.validatorOf(form);
    if (validate(answers)) return [];
    return (validate.errors ?? []).slice(0, MOST_FAULTS).map(faultOf);
  };

  private validatorOf(form: Form): ValidateFunction {
    const key = JSON.stringify(form);
    const known = this.compiled.get(key);
    if (known !== undefined) {
      this.compiled.delete(key);
      this.compiled.set(key, known);
      return known;
    }
    const validate = this.ajv.compile(JSON.parse(key) as object);
    this.compiled.set(key, validate);
    for (const [oldest, { schema }] of this.compiled) {
      if (this.compiled.size <= MOST_COMPILED) break;
      this.compiled.delete(oldest);
      if (typeof schema === 'object') this.ajv.removeSchema(schema);
    }
    return validate;
  }
}

function faultOf({ keyword, instancePath, params }: ErrorObject): SchemaFault {
  const given = params as Readonly<Record<string, unknown>>;
  const below = given['missingProperty'] ?? given['additionalProperty'];
  const place = instancePath.split('/').slice(1).map(unescaped);
  return { keyword, params: given, place: typeof below === 'string' ? [...place, below] : place };
}

/** As JSON Pointer writes a name. */
const unescaped = (step: string): string => step.replaceAll('~1', '/').replaceAll('~0', '~');
