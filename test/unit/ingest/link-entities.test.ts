import { describe, expect, test } from 'vitest';
import { createLink } from '../../../src/ingest/link-entities.ts';

const link = createLink([
  { id: 'ama-boateng', kind: 'person', name: 'Ama Boateng', aliases: ['A. Boateng'] },
  { id: 'kofi-mensah', kind: 'person', name: 'Kofi Mensah' },
  { id: 'yaw-mensah', kind: 'person', name: 'Yaw Mensah', aliases: ['The General'] },
  { id: 'esi-owusu', kind: 'person', name: 'Esi Owusu', aliases: ['The General'] },
  { id: 'river-union', kind: 'organisation', name: 'River Union', aliases: ['RU'] },
  { id: 'lusaka', kind: 'place', name: 'Lusaka' },
  { id: 'own-place-lusaka', kind: 'place', name: 'Lusaka' },
  { id: 'own-place-kabwe', kind: 'place', name: 'Kabwe' },
]);

describe('links to known entities', () => {
  test.each([
    ['Ama Boateng', 'person', 'Ama Boateng', 'ama-boateng'],
    ['Boateng', 'person', 'Ama Boateng', 'ama-boateng'],
    ['Boateng', 'person', 'Boateng', 'ama-boateng'],
    ['A. Boateng', 'person', 'A. Boateng', 'ama-boateng'],
    ['RU', 'organisation', 'RU', 'river-union'],
    ['LUSAKA', 'place', 'LUSAKA', 'lusaka'],
    ['RU', 'organisation', 'River Unions', 'river-union'],
    ['Kabwe', 'place', 'Kabwe', 'own-place-kabwe'],
  ] as const)('%s as a %s', (said, kind, full, id) => {
    expect(link(said, kind, full)).toBe(id);
  });

  test.each([
    ['Mensah', 'person', 'Mensah', 'two people have the surname'],
    ['The General', 'person', 'The General', 'two people have the alias'],
    ['Boateng', 'person', 'Kwesi Boateng', 'the text names another Boateng'],
    ['Lusaka', 'person', 'Lusaka', 'a person is no place'],
    ['RU', 'organisation', 'Reed Unit', 'the initials stand for something else here'],
  ] as const)('%s is not linked as a %s (%s): %s', (said, kind, full, _why) => {
    expect(link(said, kind, full)).toBeNull();
  });
});
