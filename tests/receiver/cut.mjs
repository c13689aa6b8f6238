// The worker, with a bucket whose writes fail from the one that the header `x-cut` counts to.

import worker from "../../examples/receiver/worker.js";

export default {
  fetch(request, env, context) {
    let left = Number(request.headers.get("x-cut") ?? Infinity);
    const bucket = new Proxy(env.STORE, {
      get(target, name) {
        const value = target[name];
        if (name !== "put") return typeof value === "function" ? value.bind(target) : value;
        return (...given) => (left-- > 0 ? target.put(...given) : Promise.reject(new Error("cut")));
      },
    });
    return worker.fetch(request, { ...env, STORE: bucket }, context);
  },
};
