import { Module, type DynamicModule, type Type } from '@nestjs/common';

/** Values that every provider of a service may inject, by the tokens of `tokens.ts`. */
@Module({})
export class PlatformModule {
  static around(service: Type, values: ReadonlyMap<symbol, unknown>): DynamicModule {
    const providers = [...values].map(([provide, useValue]) => ({ provide, useValue }));
    return {
      module: PlatformModule,
      global: true,
      imports: [service],
      providers,
      exports: [...values.keys()],
    };
  }
}
