import { createApp } from 'vue';
import AdminPage from './views/AdminPage.vue';

createApp(AdminPage).mount('#bluebridge-admin');
