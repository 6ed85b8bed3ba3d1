/** Groups of operators form a tree. */
export type OperatorGroup = {
  readonly id: string;
  readonly name: string | null;
  /** Epoch milliseconds. */
  readonly createdAt: number | null;
  /** Null at the root. */
  readonly parentId: string | null;
  /** Ancestors, root first. */
  readonly parentIds: readonly string[] | null;
};

/** Skills form a tree. */
export type Skill = {
  readonly id: string;
  readonly name: string | null;
  readonly order: number | null;
  /** Epoch milliseconds. */
  readonly createdAt: number | null;
  /** Null at the root. */
  readonly parentId: string | null;
};

export type Website = {
  readonly id: string;
  /** As sent, usually without a scheme. */
  readonly url: string | null;
  readonly label: string | null;
  readonly clientId: string | null;
  readonly currency: string | null;
  /** One of the upstream's own codes, not all of them ISO 639-1. */
  readonly languageAdmin: string | null;
  /** An IANA name, as sent. */
  readonly timezone: string | null;
};

/** The owner of websites; a "client" to the upstream. */
export type ClientAccount = {
  readonly id: string;
  /** Two letters, as sent. */
  readonly lang: string | null;
  readonly premiumEnabled: boolean | null;
};

export type Tag = {
  readonly id: string;
  readonly name: string | null;
  readonly websiteIds: readonly string[] | null;
};

export type OperatorGroupFilter = { readonly parentId?: string };

/** All members given must match. */
export type SkillFilter = { readonly operatorId?: string; readonly parentId?: string };

export type WebsiteFilter = { readonly clientId?: string };

export type TagFilter = { readonly websiteId?: string };
