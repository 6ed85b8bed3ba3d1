import { pick, useGraphiQL } from '@graphiql/react';
import { useEffect, useRef } from 'react';

/** GraphiQL keeps headers per tab. A tab without any takes over those of the tab before, so that one key serves all. */
export function SharedHeaders() {
  const { headerEditor, tabs, activeTabIndex } = useGraphiQL(pick('headerEditor', 'tabs', 'activeTabIndex'));
  const previousIndex = useRef(activeTabIndex);

  useEffect(() => {
    if (previousIndex.current === activeTabIndex) return;
    const headers = tabs[previousIndex.current]?.headers;
    previousIndex.current = activeTabIndex;
    if (headers && headerEditor?.getValue().trim() === '') headerEditor.setValue(headers);
  }, [headerEditor, tabs, activeTabIndex]);

  return null;
}
