import { pick, useGraphiQL } from '@graphiql/react';
import { useEffect } from 'react';

/**
 * GraphiQL calls each list item a tab, with two buttons inside; a tab may have none, so a screen reader hides them. Here it is a list of
 * buttons, of which one is current.
 */
export function TabRoles() {
  const { tabs, activeTabIndex } = useGraphiQL(pick('tabs', 'activeTabIndex'));
  useEffect(() => {
    document.querySelector('.graphiql-tabs')?.removeAttribute('role');
    const items = document.querySelectorAll<HTMLElement>('.graphiql-tabs > li');
    for (const [index, item] of items.entries()) {
      item.removeAttribute('role');
      item.removeAttribute('aria-selected');
      const button = item.querySelector('.graphiql-tab-button');
      button?.setAttribute('aria-current', String(index === activeTabIndex && tabs.length > 0));
    }
  }, [tabs, activeTabIndex]);
  return null;
}
