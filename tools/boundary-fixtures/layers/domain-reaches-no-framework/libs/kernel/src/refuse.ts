import { BadRequestException } from '@nestjs/common';

export const refuse = (code: string): never => {
  throw new BadRequestException(code);
};
