/** An event. */
export type Expo = {
  readonly id: string;
  readonly revision: string;
  readonly name: string | null;
  readonly reference: string | null;
  readonly description: string | null;
  /** Display name and address of the organiser, as text. */
  readonly contactEmail: string | null;
  /** Epoch milliseconds. */
  readonly start: number | null;
  /** Epoch milliseconds. */
  readonly end: number | null;
  readonly timezone: string | null;
  /** What only the expo's own endpoint tells; absent where the expo came from a list. */
  readonly detail?: ExpoDetail;
};

/** A member is null where the answer left it out. */
export type ExpoDetail = {
  readonly customFields: readonly CustomField[] | null;
  readonly forms: readonly RegistrationForm[] | null;
  readonly locations: readonly ExpoLocation[] | null;
  readonly partnerSettings: readonly PartnerSetting[] | null;
  readonly questions: readonly ExpoQuestion[] | null;
  readonly registrationTypeStats: readonly RegistrationTypeStat[] | null;
  readonly registrationTypes: readonly RegistrationType[] | null;
};

/** Where a record names something that the expo itself describes: what it does not say itself is read with the expo. */
type OfExpo = { readonly expoId: string; readonly sourceId: string; readonly name: string | null };

export type RegistrationForm = OfExpo & {
  readonly description?: string | null;
  readonly pspMode?: string | null;
  readonly senderEmail?: string | null;
  readonly url?: string | null;
};

export type ExpoLocation = OfExpo & { readonly direction?: string | null };

export type RegistrationType = OfExpo & {
  readonly reference: string | null;
  readonly level?: string | null;
  readonly type?: string | null;
};

export type CustomField = {
  readonly sourceId: string;
  readonly name: string | null;
  readonly customCode: string | null;
  readonly revision: string | null;
  readonly value: string | null;
};

export type PartnerSetting = {
  readonly registrationType: RegistrationType | null;
  readonly staff: readonly StaffType[] | null;
};

export type StaffType = {
  readonly sourceId: string;
  readonly name: string | null;
  readonly freeBadges: number | null;
};

export type ExpoQuestion = {
  readonly name: string | null;
  readonly reference: string | null;
  readonly level: string | null;
  readonly type: string | null;
  readonly numberOfColumns: number | null;
  readonly answers: readonly ExpoAnswer[] | null;
};

export type ExpoAnswer = {
  readonly sourceId: string;
  readonly name: string | null;
  readonly reference: string | null;
  readonly sort: number | null;
  readonly type: string | null;
};

export type RegistrationTypeStat = {
  readonly sourceId: string;
  readonly name: string | null;
  readonly total: number | null;
  readonly online: number | null;
  readonly onsite: number | null;
  readonly show: number | null;
  readonly noShow: number | null;
};
