//! Splits the page's program: the first file takes over the page, the second has what draws pages from their data, and
//! is loaded after it. Both share memory, stack and tables.
//!
//! The second file gets the functions that only the exported functions [`LATER`] lead to. A function that is called by a
//! number in the table stays in the first, since any code may call it.

use std::collections::BTreeSet;

use walrus::ir::{Visitor, dfs_in_order};
use walrus::{ElementItems, passes::gc};
use walrus::{ExportItem, FunctionId, FunctionKind, GlobalId, GlobalKind, ImportedFunction, Module, ModuleConfig};

/// The exported functions whose code is loaded later: `app/session/drawing.rs`.
pub(super) const LATER: [&str; 1] = ["draw"];
/// What the second file imports the first by. The script gives it: `glue.rs`.
pub(super) const FIRST: &str = "first";

/// The two files, without the exports that the script does not use. `None` if the program lacks one of the functions, or is no WebAssembly.
pub(super) fn split(program: &[u8], is_used: &dyn Fn(&str) -> bool) -> Option<[Vec<u8>; 2]> {
    let mut whole = parse(program)?;
    remove_exports(&mut whole, |name| !is_used(name));
    let plan = Plan::new(&whole)?;
    Some([plan.first(whole), plan.second(parse(program)?)])
}

/// The program without the exports that are not used, and without what only they lead to. `None` if it is no WebAssembly.
pub(super) fn without_unused(program: &[u8], is_used: &dyn Fn(&str) -> bool) -> Option<Vec<u8>> {
    let mut module = parse(program)?;
    remove_exports(&mut module, |name| !is_used(name));
    Some(emit(module))
}

fn parse(program: &[u8]) -> Option<Module> {
    ModuleConfig::new().generate_name_section(false).generate_producers_section(false).parse(program).ok()
}

/// What the second file uses of the first: items by their index, which is the same in each module that the program is
/// parsed to.
struct Plan {
    functions: BTreeSet<usize>,
    globals: BTreeSet<usize>,
}

impl Plan {
    fn new(whole: &Module) -> Option<Self> {
        let exported = |is_later: bool| {
            let exports = whole.exports.iter().filter(move |export| LATER.contains(&&*export.name) == is_later);
            exports.filter_map(|export| if let ExportItem::Function(id) = export.item { Some(id) } else { None })
        };
        let listed = whole.elements.iter().filter_map(|element| match &element.items {
            ElementItems::Functions(functions) => Some(functions.iter().copied()),
            ElementItems::Expressions(..) => None,
        });
        let roots = exported(false).chain(whole.start).chain(listed.flatten());
        let (first, _) = reached(whole, roots.collect(), &BTreeSet::new());
        let later: Vec<_> = exported(true).collect();
        if later.len() != LATER.len() {
            return None;
        }
        let (_, uses) = reached(whole, later, &first);
        let globals = uses.globals.iter().map(|id| id.index()).collect();
        let functions = uses.functions.iter().map(|id| id.index()).filter(|index| first.contains(index)).collect();
        Some(Self { functions, globals })
    }

    /// The program without what comes later. It exports what that needs.
    fn first(&self, mut module: Module) -> Vec<u8> {
        remove_exports(&mut module, |name| LATER.contains(&name));
        for (name, item) in self.shared(&module) {
            module.exports.add(&name, item);
        }
        emit(module)
    }

    /// What comes later. It imports what it needs.
    fn second(&self, mut module: Module) -> Vec<u8> {
        remove_exports(&mut module, |name| !LATER.contains(&name));
        module.start = None;
        // The first file fills table and memory.
        let (elements, data) = (
            Vec::from_iter(module.elements.iter().map(|e| e.id())),
            Vec::from_iter(module.data.iter().map(|d| d.id())),
        );
        elements.into_iter().for_each(|id| module.elements.delete(id));
        data.into_iter().for_each(|id| module.data.delete(id));
        for (name, item) in self.shared(&module) {
            match item {
                ExportItem::Function(id) => {
                    let (ty, import) = (module.funcs.get(id).ty(), module.imports.add(FIRST, &name, id));
                    module.funcs.get_mut(id).kind = FunctionKind::Import(ImportedFunction { import, ty });
                }
                ExportItem::Global(id) => {
                    module.globals.get_mut(id).kind = GlobalKind::Import(module.imports.add(FIRST, &name, id));
                }
                ExportItem::Table(id) => {
                    let table = module.tables.get_mut(id);
                    table.import = Some(module.imports.add(FIRST, &name, id));
                    table.elem_segments.clear();
                }
                ExportItem::Memory(id) => {
                    let memory = module.memories.get_mut(id);
                    memory.import = Some(module.imports.add(FIRST, &name, id));
                    memory.data_segments.clear();
                }
                ExportItem::Tag(_) => {}
            }
        }
        emit(module)
    }

    /// The items that the files share, each with the name it is exported and imported by.
    fn shared(&self, module: &Module) -> Vec<(String, ExportItem)> {
        // Those that wasm-bindgen imports from its script are imported from there by both.
        let is_own = |id: FunctionId| matches!(module.funcs.get(id).kind, FunctionKind::Local(_));
        let functions = module.funcs.iter().map(|function| function.id());
        let functions = functions.filter(|id| self.functions.contains(&id.index()) && is_own(*id));
        let globals = module.globals.iter().map(|global| global.id()).filter(|id| self.globals.contains(&id.index()));
        let named = |kind: &str, index: usize, item: ExportItem| (format!("{kind}{index}"), item);
        functions
            .map(|id| named("", id.index(), id.into()))
            .chain(globals.map(|id| named("g", id.index(), id.into())))
            .chain(module.tables.iter().map(|table| named("t", table.id().index(), table.id().into())))
            .chain(module.memories.iter().map(|memory| named("m", memory.id().index(), memory.id().into())))
            .collect()
    }
}

/// What functions use.
#[derive(Default)]
struct Uses {
    functions: Vec<FunctionId>,
    globals: Vec<GlobalId>,
}

impl Visitor<'_> for Uses {
    fn visit_function_id(&mut self, id: &FunctionId) {
        self.functions.push(*id);
    }

    fn visit_global_id(&mut self, id: &GlobalId) {
        self.globals.push(*id);
    }
}

/// The functions that are called from some, themselves included, but for those in `known`; and what they use.
fn reached(module: &Module, from: Vec<FunctionId>, known: &BTreeSet<usize>) -> (BTreeSet<usize>, Uses) {
    let (mut seen, mut all, mut next) = (BTreeSet::new(), Uses::default(), from);
    while let Some(id) = next.pop() {
        if known.contains(&id.index()) || !seen.insert(id.index()) {
            continue;
        }
        if let FunctionKind::Local(function) = &module.funcs.get(id).kind {
            let mut uses = Uses::default();
            dfs_in_order(&mut uses, function, function.entry_block());
            next.extend(&uses.functions);
            all.functions.extend(uses.functions);
            all.globals.extend(uses.globals);
        }
    }
    (seen, all)
}

fn remove_exports(module: &mut Module, is_removed: impl Fn(&str) -> bool) {
    let removed: Vec<_> =
        module.exports.iter().filter(|export| is_removed(&export.name)).map(|export| export.id()).collect();
    for id in removed {
        module.exports.delete(id);
    }
}

/// The file of a module, without what nothing in it uses.
fn emit(mut module: Module) -> Vec<u8> {
    gc::run(&mut module);
    module.customs = Default::default();
    module.emit_wasm()
}

#[cfg(test)]
mod tests {
    use walrus::{FunctionBuilder, FunctionId, Module, ModuleConfig, ValType};

    use super::{split, without_unused};

    /// A program that calls functions in this way: `start` → `shared`; `draw` → `late` → `shared`. The table has `listed`.
    fn program(later: &str) -> Vec<u8> {
        let mut module = Module::with_config(ModuleConfig::new());
        let add = |module: &mut Module, number: i32, calls: &[FunctionId]| {
            let mut function = FunctionBuilder::new(&mut module.types, &[], &[ValType::I32]);
            for callee in calls {
                function.func_body().call(*callee).drop();
            }
            function.func_body().i32_const(number);
            function.finish(vec![], &mut module.funcs)
        };
        let shared = add(&mut module, 1, &[]);
        let listed = add(&mut module, 2, &[]);
        let start = add(&mut module, 3, &[shared]);
        let late = add(&mut module, 4, &[shared, listed]);
        let draw = add(&mut module, 5, &[late]);
        let table = module.tables.add_local(false, 1, None, walrus::RefType::FUNCREF);
        let offset = walrus::ConstExpr::Value(walrus::ir::Value::I32(0));
        let items = walrus::ElementItems::Functions(vec![listed]);
        let element = module.elements.add(walrus::ElementKind::Active { table, offset }, items);
        module.tables.get_mut(table).elem_segments.insert(element);
        let memory = module.memories.add_local(false, false, 1, None, None);
        let unused = add(&mut module, 6, &[]);
        module.exports.add("unused", unused);
        module.exports.add("memory", memory);
        module.exports.add("start", start);
        module.exports.add(later, draw);
        module.emit_wasm()
    }

    fn names(program: &[u8]) -> (Vec<String>, Vec<String>, usize) {
        let module = ModuleConfig::new().parse(program).expect("a program");
        let imports = module.imports.iter().map(|import| [&import.module, " ", &import.name].concat());
        let exports = module.exports.iter().map(|export| export.name.clone());
        (imports.collect(), exports.collect(), module.funcs.iter_local().count())
    }

    #[test]
    fn what_only_a_late_function_calls_is_in_the_second_file() {
        let [first, second] = split(&program("draw"), &|name| name != "unused").expect("it has the function");
        let (imports, exports, functions) = names(&first);
        assert!(imports.is_empty());
        assert_eq!(exports[..2], ["memory", "start"]);
        assert_eq!(functions, 3, "start, shared, listed");
        // Two functions, the table and the memory.
        let shared: Vec<String> = exports[2..].iter().map(|name| format!("first {name}")).collect();
        assert_eq!(shared.len(), 4);
        let (imports, exports, functions) = names(&second);
        // Its functions use neither table nor memory.
        assert_eq!(imports, shared[..2]);
        assert_eq!(exports, ["draw"]);
        assert_eq!(functions, 2, "draw, late");
    }

    #[test]
    fn an_export_that_is_not_used_is_gone_with_what_it_leads_to() {
        let lean = without_unused(&program("draw"), &|name| ["memory", "start"].contains(&name)).expect("a program");
        let (_, exports, functions) = names(&lean);
        assert_eq!(exports, ["memory", "start"]);
        assert_eq!(functions, 2, "start, shared");
        assert_eq!(without_unused(b"no program", &|_| true), None);
    }

    #[test]
    fn a_program_without_a_late_function_stays_whole() {
        assert!(split(&program("other"), &|_| true).is_none());
        assert!(split(b"no program", &|_| true).is_none());
    }
}
