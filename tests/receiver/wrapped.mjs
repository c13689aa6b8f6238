// The worker, for tests: the header `x-cut` lets the bucket's writes and deletions fail behind so many,
// `x-env` is JSON of variables to set.

import worker from "../../examples/receiver/worker.js";

export default {
  fetch(request, env, context) {
    let left = Number(request.headers.get("x-cut") ?? Infinity);
    const bucket = new Proxy(env.STORE, {
      get(target, name) {
        const value = target[name];
        if (name !== "put" && name !== "delete") return typeof value === "function" ? value.bind(target) : value;
        return (...given) => (left-- > 0 ? target[name](...given) : Promise.reject(new Error("cut")));
      },
    });
    const given = JSON.parse(request.headers.get("x-env") ?? "{}");
    return worker.fetch(request, { ...env, ...given, STORE: bucket }, context);
  },
};
