module.exports = { forbidden: [{name:'no-cycles',severity:'error',from:{},to:{circular:true}}], options: { tsPreCompilationDeps: true, tsConfig: {fileName:'tsconfig.json'} } };
