import type { Expo, ExpoLocation, RegistrationForm, RegistrationType } from '../../model/visit-expo.ts';
import type { ExpoDetailWire, ExpoWire } from './wire-expo.ts';

type NamedWire = { readonly id: string; readonly name: string | null };
type TypeWire = NamedWire & { readonly reference: string | null };

/** A nested id is a source id and nothing else: what has it is no record. */
function toNamed<W extends { readonly id: string }>({ id, ...rest }: W): Omit<W, 'id'> & { sourceId: string } {
  return { ...rest, sourceId: id };
}

function ofExpo<W extends NamedWire>(expoId: string, wire: W): Omit<W, 'id'> & { sourceId: string; expoId: string } {
  return { ...toNamed(wire), expoId };
}

export function toRegistrationType(expoId: string, wire: TypeWire | null): RegistrationType | null {
  return wire && ofExpo(expoId, wire);
}

export function toForm(expoId: string, wire: NamedWire | null): RegistrationForm | null {
  return wire && ofExpo(expoId, wire);
}

export function toLocation(expoId: string, wire: NamedWire | null): ExpoLocation | null {
  return wire && ofExpo(expoId, wire);
}

export function toExpo(wire: ExpoWire): Expo {
  return wire;
}

function list<W, T>(wires: readonly W[] | null, map: (wire: W) => T): readonly T[] | null {
  return wires?.map(map) ?? null;
}

/** An expo as its own endpoint tells it. */
export function toWholeExpo(wire: ExpoDetailWire): Expo & Required<Pick<Expo, 'detail'>> {
  const { customFields, forms, locations, partnerSettings, questions, ...others } = wire;
  const { registrationTypeStats, registrationTypes, ...summary } = others;
  const own = <W extends NamedWire>(one: W) => ofExpo(wire.id, one);
  return {
    ...summary,
    detail: {
      customFields: list(customFields, toNamed),
      forms: list(forms, own),
      locations: list(locations, own),
      partnerSettings: list(partnerSettings, ({ registrationType, staff }) => ({
        registrationType: toRegistrationType(wire.id, registrationType),
        staff: list(staff, toNamed),
      })),
      questions: list(questions, ({ answers, ...question }) => ({ ...question, answers: list(answers, toNamed) })),
      registrationTypeStats: list(registrationTypeStats, ({ noshow, ...stat }) => ({
        ...toNamed(stat),
        noShow: noshow,
      })),
      registrationTypes: list(registrationTypes, own),
    },
  };
}
