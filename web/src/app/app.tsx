import { Route, Routes } from 'react-router';
import { Layout } from './layout.tsx';
import { MembersOnly } from './members-only.tsx';
import AccountPage from './pages/account-page.tsx';
import BasketPage from './pages/basket-page.tsx';
import CataloguePage from './pages/catalogue-page.tsx';
import CheckoutPage from './pages/checkout-page.tsx';
import DeskCardsPage from './pages/desk-cards-page.tsx';
import DeskCategoriesPage from './pages/desk-categories-page.tsx';
import DeskLowStockPage from './pages/desk-low-stock-page.tsx';
import DeskNewProductPage from './pages/desk-new-product-page.tsx';
import DeskNewSeriesPage from './pages/desk-new-series-page.tsx';
import DeskNewVolumePage from './pages/desk-new-volume-page.tsx';
import DeskOrderPage from './pages/desk-order-page.tsx';
import DeskOrdersPage from './pages/desk-orders-page.tsx';
import DeskPage from './pages/desk-page.tsx';
import DeskProductPage from './pages/desk-product-page.tsx';
import DeskProductsPage from './pages/desk-products-page.tsx';
import DeskSeriesPage from './pages/desk-series-page.tsx';
import DeskStatisticsPage from './pages/desk-statistics-page.tsx';
import DeskVolumePage from './pages/desk-volume-page.tsx';
import GoodbyePage from './pages/goodbye-page.tsx';
import HoldsPage from './pages/holds-page.tsx';
import InboxPage from './pages/inbox-page.tsx';
import LoansPage from './pages/loans-page.tsx';
import MailPage from './pages/mail-page.tsx';
import NotFoundPage from './pages/not-found-page.tsx';
import OrderPage from './pages/order-page.tsx';
import OrdersPage from './pages/orders-page.tsx';
import ProductPage from './pages/product-page.tsx';
import RankingsPage from './pages/rankings-page.tsx';
import RegisterPage from './pages/register-page.tsx';
import SearchPage from './pages/search-page.tsx';
import SeriesPage from './pages/series-page.tsx';
import ShopPage from './pages/shop-page.tsx';
import SignInPage from './pages/sign-in-page.tsx';
import VolumePage from './pages/volume-page.tsx';
import { StaffOnly } from './staff-only.tsx';

/** Every page and its address. */
export const App = () => (
  <Routes>
    <Route element={<Layout />}>
      <Route index element={<CataloguePage />} />
      <Route path="series/:seriesId" element={<SeriesPage />} />
      <Route path="volumes/:volumeId" element={<VolumePage />} />
      <Route path="search" element={<SearchPage />} />
      <Route path="rankings" element={<RankingsPage />} />
      <Route path="shop" element={<ShopPage />} />
      <Route path="shop/products/:productId" element={<ProductPage />} />
      <Route path="shop/basket" element={<BasketPage />} />
      <Route path="sign-in" element={<SignInPage />} />
      <Route path="register" element={<RegisterPage />} />
      <Route path="goodbye" element={<GoodbyePage />} />
      <Route path="mail" element={<MailPage />} />
      <Route element={<MembersOnly />}>
        <Route path="loans" element={<LoansPage />} />
        <Route path="account" element={<AccountPage />} />
        <Route path="holds" element={<HoldsPage />} />
        <Route path="inbox" element={<InboxPage />} />
        <Route path="checkout" element={<CheckoutPage />} />
        <Route path="orders" element={<OrdersPage />} />
        <Route path="orders/:orderId" element={<OrderPage />} />
        <Route path="desk" element={<StaffOnly />}>
          <Route index element={<DeskPage />} />
          <Route path="new-series" element={<DeskNewSeriesPage />} />
          <Route path="series/:seriesId" element={<DeskSeriesPage />} />
          <Route path="series/:seriesId/new-volume" element={<DeskNewVolumePage />} />
          <Route path="volumes/:volumeId" element={<DeskVolumePage />} />
          <Route path="cards" element={<DeskCardsPage />} />
          <Route path="products" element={<DeskProductsPage />} />
          <Route path="products/new" element={<DeskNewProductPage />} />
          <Route path="products/:productId" element={<DeskProductPage />} />
          <Route path="products/categories" element={<DeskCategoriesPage />} />
          <Route path="products/low-stock" element={<DeskLowStockPage />} />
          <Route path="orders" element={<DeskOrdersPage />} />
          <Route path="orders/:orderId" element={<DeskOrderPage />} />
          <Route path="orders/statistics" element={<DeskStatisticsPage />} />
        </Route>
      </Route>
      <Route path="*" element={<NotFoundPage />} />
    </Route>
  </Routes>
);
