import type { Task } from './example.ts';

const peopleToCall = `# Visual Visitor knows who was there, Visit whom
# they met, NotifyVisitors whether they opted in:
# joined on the e-mail address.
query PeopleToCall {
  leads(product: PLUS_PERSON, first: 5) {
    nodes {
      lastVisitAt
      pageViews
      person {
        email
        firstName
        lastName
        encounters(first: 2) { nodes { time rating partner { name } } }
        profile { emailOptIn }
      }
    }
  }
}
`;

const companiesBack = `# Visual Visitor, joined with Visit on the domain.
query CompaniesBack {
  leads(product: PLUS_EMPLOYEE, first: 10) {
    nodes {
      companyName
      domain
      visitCount
      firstVisitAt
      lastVisitAt
      industry { label }
      company { partners(first: 2) { nodes { name boothNumber expo { name } } } }
    }
    pageInfo { hasNextPage endCursor }
  }
}
`;

export const sales: Task = {
  name: 'Sales',
  examples: [
    {
      name: 'PeopleToCall',
      about: 'Who was on the web site, whom have they met at an expo, and may they be mailed?',
      query: peopleToCall,
    },
    {
      name: 'CompaniesBack',
      about: 'Which companies came back to the web site, and do they exhibit?',
      query: companiesBack,
    },
  ],
};
