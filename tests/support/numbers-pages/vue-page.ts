import { createApp, h, nextTick, ref, Text } from 'vue';
import { frameworkPage, type Customer } from './customers';

const customers = ref<readonly Customer[]>([]);

createApp({
  render: () =>
    h('ul', customers.value.map(({ id, phone }) => h('li', { key: id }, ['Telefon ', id % 2 === 0 ? phone : h('span', [h(Text, phone.slice(0, 3)), h('b', phone.slice(3))])]))),
}).mount('#app');

frameworkPage(async (_, list) => {
  customers.value = list;
  await nextTick();
});
