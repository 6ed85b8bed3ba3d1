type Connection = {
  readonly name: string;
  /** Without its arguments for paging, `$PAGE`, and its selection, `$C`. */
  readonly field: string;
  readonly path: readonly string[];
  readonly size: number;
};

const root = (name: string, size: number): Connection => ({ name, field: `${name}($PAGE)`, path: [name], size });

/** A connection below one record. */
const below = (type: string, item: string, connection: string, size: number): Connection => {
  const [parent = ''] = item.split('(');
  return {
    name: `${type}.${connection}`,
    field: `${item} { ${connection}($PAGE) $C }`,
    path: [parent, connection],
    size,
  };
};

/** The connections of iAdvize's directory, each with the size of its pages here. */
export const IADVIZE_CONNECTIONS: readonly Connection[] = [
  root('clientAccounts', 1),
  root('websites', 1),
  root('operatorGroups', 1),
  root('skills', 2),
  root('tags', 2),
  root('chatVisitors', 35),
  below('ClientAccount', 'clientAccount(id: "88")', 'websites', 1),
  below('Website', 'website(id: "1501")', 'operators', 2),
  below('Website', 'website(id: "1501")', 'tags', 2),
  below('Website', 'website(id: "1501")', 'conversations', 6),
  below('Website', 'website(id: "1501")', 'chatVisitors', 9),
  below('OperatorGroup', 'operatorGroup(id: "51")', 'operators', 1),
  below('Skill', 'skill(id: "201")', 'operators', 1),
  below('Skill', 'skill(id: "201")', 'conversations', 2),
  below('Tag', 'tag(id: "3001")', 'conversations', 4),
];
