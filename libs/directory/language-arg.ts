import { Args } from '@nestjs/graphql';
import { Language } from '#libs/platform';

/** A field's argument `language`, English when it is left out. */
export const LanguageArg = (): ParameterDecorator =>
  Args('language', { type: () => Language, defaultValue: Language.EN, description: 'In which language.' });
