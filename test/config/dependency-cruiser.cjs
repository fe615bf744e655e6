/** The direction of imports: the table "Rooms" in README.md, as a build rule. */
const rooms = ['accounts', 'documents', 'directory', 'calls', 'suggestions', 'partnerships', 'reminders'];
const pure = { documents: [], directory: [], calls: ['eligibility', 'calendar'], suggestions: ['eligibility', 'calendar', 'matching'], partnerships: ['eligibility', 'calendar', 'matching'], reminders: ['eligibility', 'calendar', 'matching'], accounts: [] };
const libs = (names) => `^libs/(${names.join('|')})/`;

module.exports = {
  forbidden: [
    { name: 'no-circular', comment: 'No cycles between files.', severity: 'error', from: {}, to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } } },
    { name: 'pure-cores-use-nothing', comment: 'matching, eligibility and calendar know no framework, no I/O and no other room (calendar’s time and holidays packages and the solver apart).', severity: 'error', from: { path: '^libs/(matching|eligibility|calendar)/', pathNot: '(\\.spec\\.ts$|/testing/)' }, to: { pathNot: ['^libs/$1/', 'node_modules/(temporal-polyfill|date-holidays|highs)'] } },
    { name: 'platform-uses-packages-only', comment: 'platform is the ground: it knows no other lib.', severity: 'error', from: { path: '^libs/platform/' }, to: { path: '^(apps|libs/(?!platform/)|migrations)' } },
    { name: 'mail-uses-platform-only', comment: 'mail carries messages and does not know what they are about.', severity: 'error', from: { path: '^libs/mail/' }, to: { path: '^(apps|libs/(?!(platform|mail)/)|migrations)' } },
    ...rooms.map((room, i) => ({
      name: `${room}-looks-up-only`,
      comment: `${room} may use the ground, ${i ? rooms.slice(0, i).join(', ') : 'no feature'}${pure[room].length ? ` and the pure ${pure[room].join(', ')}` : ''}.`,
      severity: 'error',
      from: { path: `^libs/${room}/` },
      to: { path: '^(apps|libs|migrations)/', pathNot: libs(['platform', 'mail', ...rooms.slice(0, i + 1), ...pure[room]]) },
    })),
    { name: 'libs-never-use-apps', comment: 'A lib does not know which process it runs in.', severity: 'error', from: { path: '^libs/' }, to: { path: '^apps/' } },
    { name: 'through-the-front-door', comment: 'A room is entered by its index.ts only.', severity: 'error', from: { path: '^(apps|migrations|libs/([^/]+))/' }, to: { path: '^libs/([^/]+)/(?!index\\.ts$)', pathNot: '^libs/$2/' } },
    { name: 'api-and-worker-stay-apart', comment: 'Only the command line composes the processes.', severity: 'error', from: { path: '^apps/(api|worker)/' }, to: { path: '^apps/', pathNot: '^apps/$1/' } },
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^dist/' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['source', 'import', 'types', 'default'] },
  },
};
