import 'reflect-metadata';
import { applyDecorators } from './apply-decorators.js';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsObject,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  Max,
  MaxLength,
  Min,
  MinLength,
  ValidateNested,
} from 'class-validator';

/**
 * The vocabulary that payload classes are written in. Each word is a set of class-validator rules,
 * so that validation, OpenAPI and AsyncAPI come from the same declaration.
 */
const each = { each: true } as const;

/** Text of `min` (1) to `max` (500) characters. */
export const Text = ({ min = 1, max = 500 }: { min?: number; max?: number } = {}) =>
  applyDecorators(IsString(), MinLength(min), MaxLength(max));

/** A list of texts. */
export const Texts = ({
  atLeast = 0,
  atMost = 100,
  max = 500,
}: { atLeast?: number; atMost?: number; max?: number } = {}) =>
  applyDecorators(
    IsArray(),
    ArrayMinSize(atLeast),
    ArrayMaxSize(atMost),
    IsString(each),
    MinLength(1, each),
    MaxLength(max, each),
  );

export const Uuid = () => applyDecorators(IsUUID());

/** A stable lower-case code such as `food-business-permit`. */
export const CODE_PATTERN = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
export const Code = () => applyDecorators(IsString(), MaxLength(80), Matches(CODE_PATTERN));

/** A list of codes without a repetition check: what repetition means is the domain's to say. */
export const Codes = ({ atLeast = 1, atMost = 50 }: { atLeast?: number; atMost?: number } = {}) =>
  applyDecorators(
    IsArray(),
    ArrayMinSize(atLeast),
    ArrayMaxSize(atMost),
    IsString(each),
    Matches(CODE_PATTERN, each),
  );

/** A date in Asia/Shanghai, `YYYY-MM-DD`. */
export const LEGAL_DATE_PATTERN = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/;
export const DateOnly = () => applyDecorators(IsString(), Matches(LEGAL_DATE_PATTERN));

/** A list of dates in Asia/Shanghai. */
export const Dates = ({ atMost = 100 }: { atMost?: number } = {}) =>
  applyDecorators(
    IsArray(),
    ArrayMaxSize(atMost),
    IsString(each),
    Matches(LEGAL_DATE_PATTERN, each),
  );

/** An instant in UTC with milliseconds, `2026-02-09T02:12:00.000Z`. */
export const INSTANT_PATTERN = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;
export const InstantText = () => applyDecorators(IsString(), Matches(INSTANT_PATTERN));

/** SHA-256 as 64 hexadecimal digits in lower case. */
export const Sha256 = () => applyDecorators(IsString(), Matches(/^[0-9a-f]{64}$/));

/** The number of a case 办件编号: region, date, serial: `379900-20261123-000001`. */
export const CASE_NUMBER_PATTERN = /^\d{6}-\d{8}-\d{6}$/;
export const CaseNumber = () => applyDecorators(IsString(), Matches(CASE_NUMBER_PATTERN));

export const RegionCode = () => applyDecorators(IsString(), Matches(/^\d{6}$/));

/** 统一社会信用代码; its check digits are verified by the service that receives it. */
export const CreditCode = () => applyDecorators(IsString(), Matches(/^[0-9A-HJ-NPQRTUWXY]{18}$/));

/** A district 行政区划: six digits, nine for a township 乡镇街道, twelve for a village 村社区. */
export const DistrictCode = () => applyDecorators(IsString(), Matches(/^\d{6}(?:\d{3}){0,2}$/));

/** The account of a person as an address can name it: letters, digits and the marks of user names, addresses and subjects. */
export const Account = () =>
  applyDecorators(IsString(), Matches(/^[A-Za-z0-9][A-Za-z0-9._@:|-]{0,99}$/));

/** A JSON object whose fields are its author's, a schema for example; nested at most 16 levels. */
export const JsonObject = () => applyDecorators(IsObject());

export const Whole = ({
  min = 0,
  max = Number.MAX_SAFE_INTEGER,
}: { min?: number; max?: number } = {}) => applyDecorators(IsInt(), Min(min), Max(max));

export const Flag = () => applyDecorators(IsBoolean());

export const OneOf = (values: readonly string[]) => applyDecorators(IsIn(values));

/** A list of some of the values. */
export const SomeOf = (
  values: readonly string[],
  { atLeast = 1, atMost = values.length }: { atLeast?: number; atMost?: number } = {},
) =>
  applyDecorators(
    IsArray(),
    ArrayMinSize(atLeast),
    ArrayMaxSize(atMost),
    IsString(each),
    IsIn(values, each),
  );

export const Optional = () => applyDecorators(IsOptional());

export const Nested = (type: () => new () => object) =>
  applyDecorators(ValidateNested(), Type(type));

export const NestedList = (
  type: () => new () => object,
  { atLeast = 0, atMost = 100 }: { atLeast?: number; atMost?: number } = {},
) =>
  applyDecorators(
    IsArray(),
    ArrayMinSize(atLeast),
    ArrayMaxSize(atMost),
    ValidateNested(each),
    Type(type),
  );
