// A function given as a parameter, whatever its type.
#pragma once

namespace orchestrator {

/// It is only referred to, not copied: fit for parameters alone.
template <class Signature>
class FunctionRef;

template <class Result, class... Arguments>
class FunctionRef<Result(Arguments...)> {
 public:
  template <class Function>
  FunctionRef(const Function& function)
      : function_(&function), call_([](const void* given, Arguments... arguments) -> Result {
          return (*static_cast<const Function*>(given))(arguments...);
        }) {}

  Result operator()(Arguments... arguments) const { return call_(function_, arguments...); }

 private:
  const void* function_;
  Result (*call_)(const void*, Arguments...);
};

}  // namespace orchestrator
