import type { Form, FormField } from '../../form.ts';
import { encodeInvocation } from '../../invocation-codec.ts';
import { clean, cleanLine, cut } from '../clean-text.ts';
import { type Label, type Modal, modalLimits, type StringSelect } from './components.ts';
import { choiceOf } from './form-values.ts';

/** A form as Discord's dialogue. It has five fields at most: where there are more, those of fixed choices become one. */
export function renderForm(form: Form): Modal {
  const isLong = form.fields.length > modalLimits.fields;
  const choosing = isLong ? form.fields.filter(({ choices }) => choices !== undefined) : [];
  const labels = form.fields.flatMap((field): readonly Label[] => {
    if (!choosing.includes(field)) return [renderField(field)];
    return field === choosing[0] ? [renderTogether(choosing)] : [];
  });
  return {
    custom_id: encodeInvocation(form.invocation),
    title: cut(cleanLine(form.title) || 'Form', modalLimits.title),
    components: labels.slice(0, modalLimits.fields),
  };
}

function labelled(words: string, about: string | undefined, component: Label['component']): Label {
  const description = cut(cleanLine(about ?? ''), modalLimits.description);
  return {
    type: 18,
    label: cut(cleanLine(words) || 'Field', modalLimits.label),
    ...(description === '' ? {} : { description }),
    component,
  };
}

function renderField(field: FormField): Label {
  const { name, label, about, choices, required = false, long = false } = field;
  const value = clean(field.value);
  if (choices !== undefined) return labelled(label, about, selectOf(name, [field], required));
  const isShort = value !== '' && value.length <= modalLimits.text;
  return labelled(label, about, {
    type: 4,
    custom_id: name,
    style: long ? 2 : 1,
    ...(isShort ? { value } : {}),
    required,
  });
}

/** One menu in which one choice of each field is to be taken. */
function renderTogether(fields: readonly FormField[]): Label {
  const names = fields.map(({ label }) => label);
  const words = sentenceOf(names);
  const about = `one of each: ${words.toLowerCase()}`;
  return labelled(words, about, selectOf(fields.map(({ name }) => name).join('+'), fields, true));
}

const sentenceOf = (names: readonly string[]): string =>
  names.map((name, at) => (at === 0 ? name : name.toLowerCase())).join(' and ');

/** Discord calls the choice that stands there first its default, a word that is a keyword elsewhere. */
const chosenKey = 'default';
const chosen = { [chosenKey]: true } as const;

const selectOf = (id: string, fields: readonly FormField[], required: boolean): StringSelect => ({
  type: 3,
  custom_id: id,
  options: fields
    .flatMap(({ name, choices = [], value }) =>
      choices.map((choice) => ({
        label: choice,
        value: choiceOf(name, choice),
        ...(choice === value ? chosen : {}),
      })),
    )
    .slice(0, modalLimits.options),
  min_values: required ? fields.length : 0,
  max_values: fields.length,
  required,
});
